"""Reading the areas side by side, and what changed in them."""
