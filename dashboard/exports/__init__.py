"""What can be taken away from the dashboard, as bytes: no Streamlit, and no page."""
