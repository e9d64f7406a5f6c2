namespace Directives.Access;

/// <summary>Metadata of an endpoint that reads no cookie, so that no foreign page can act through a browser's session.</summary>
public sealed class NoFormToken
{
    public static readonly NoFormToken Instance = new();

    private NoFormToken()
    {
    }
}
