"""The message catalogues: what there is to translate, found and written for translators, checked and compiled."""
