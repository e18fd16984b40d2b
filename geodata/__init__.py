"""Where things are: present-day boundaries, the projection they are drawn in, and how the file is rebuilt."""
