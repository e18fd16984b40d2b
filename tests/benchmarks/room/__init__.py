"""A full room: many viewers at once on the loopback, each speaking Streamlit's protocol as a browser does."""
