"""How the name finder was taught: sentences, scripts and the model card; never needed to read news."""
