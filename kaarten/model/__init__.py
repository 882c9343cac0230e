"""What YAML may say, as frozen models, and the files of a team read into them. The only door to pydantic.

On its first model pydantic searches everything that is installed for plugins, which may change what a model takes. It
needs none of ours, and nothing of the user's is to come along: they are turned off here, before that.
"""

import os

os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
