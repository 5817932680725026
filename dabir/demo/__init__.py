"""The demo paper: original stories, pictures, comments and classifieds to try Dabir with."""
