"""The scene as a Folium map with a timeline control; JavaScript and CSS are files of their own."""
