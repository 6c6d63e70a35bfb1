"""The domain: plans of buildings, their features and stories. Nothing here knows Qt."""
