"""What ci.sh runs."""
