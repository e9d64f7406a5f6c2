namespace Directives.Web;

/// <summary>What an error page says.</summary>
public sealed record ErrorView(int Status, string Title, string Text);
