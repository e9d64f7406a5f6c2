namespace Directives.Tests.Hostile;

/// <summary>One request: who sends it, what it says, and how to name it when something is wrong.</summary>
internal sealed record HostileRequest(HostilePerson By, string Method, string Path)
{
    public byte[]? Body { get; init; }

    public string? ContentType { get; init; }

    public IReadOnlyList<(string Name, string Value)> Heads { get; init; } = [];

    /// <summary>Instead of the sender's own cookie.</summary>
    public string? Cookie { get; init; }

    /// <summary>What was done to it.</summary>
    public string How { get; init; } = "";

    /// <summary>Whether it only looks.</summary>
    public bool Looks => Method is "GET" or "HEAD" or "OPTIONS" or "TRACE";

    public HttpRequestMessage Message(Uri site)
    {
        // As it is: nothing between may tidy up dots and escapes.
        var address = new Uri($"http://{site.Authority}{Path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var message = new HttpRequestMessage(new HttpMethod(Method), address);
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            if (ContentType is not null) message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        var cookie = Cookie ?? By.Cookie;
        if (cookie.Length > 0) message.Headers.TryAddWithoutValidation("Cookie", cookie);
        foreach (var (name, value) in Heads)
        {
            if (name == "Host") message.Headers.Host = value;
            else if (!message.Headers.TryAddWithoutValidation(name, value)) message.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    public override string ToString() => $"{By.Name}: {Method} {(Path.Length > 160 ? Path[..160] + "…" : Path)} [{How}] {Said()}";

    private string Said() => Body is null ? "" : $"{ContentType} {System.Text.Encoding.UTF8.GetString(Body, 0, Math.Min(Body.Length, 300))}";
}
