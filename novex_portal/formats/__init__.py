"""How dates and numbers are written in Dutch; Django finds it through FORMAT_MODULE_PATH."""
