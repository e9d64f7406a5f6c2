namespace Directives.Web;

/// <summary>What an error page says.</summary>
public sealed record ErrorView(int Status, string Title, string Text)
{
    /// <summary>Name of the text of a way on, and where it leads; null for none.</summary>
    public (string Text, string Path)? Way { get; init; }
}
