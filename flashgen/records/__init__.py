"""The immutable records that travel between the stages: documents -> articles -> versions -> beads -> notes -> package.

"Native" is the language the learner knows, "target" the one being learned; both are BCP 47 tags."""
