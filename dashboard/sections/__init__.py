"""The pages beside the map. Each has `today`, what depends on the day shown, and `whole`, what does not."""
