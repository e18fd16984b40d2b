"""The Streamlit parts of the page: the list of stops, the country card, the operation, the foot."""
