"""The words everybody uses: frozen values, one noun a file."""
