"""Files of images: which of them may travel in a package."""
