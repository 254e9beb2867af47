"""The files a browser loads beside a page: those of others by name, and our own style sheets."""
