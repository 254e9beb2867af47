"""The portal itself: settings, the frame around the apps, and what starts it all."""

__version__ = "0.1.0"
