"""What other packages' pages and django-allauth use of the people package."""
