invariant: int
useA85: int
pageCompression: int
documentLang: str | None
toColorCanUse: str | None
trustedHosts: list[str] | None
trustedSchemes: list[str] | None
T1SearchPath: list[str]
TTFSearchPath: list[str]
CMapSearchPath: list[str]
