"""Files from elsewhere to drafts: one module per format; strangers' bytes are read in a child
process (`child`), and what it found is fitted to the binder here (`settle`)."""
