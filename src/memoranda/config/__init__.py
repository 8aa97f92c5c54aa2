"""Settings, addresses and the server's entry: where the packages are put together."""
