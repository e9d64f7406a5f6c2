namespace Directives.Web;

/// <summary>What the first page says.</summary>
/// <param name="Left">A session has just ended.</param>
public sealed record HomeView(bool Left);
