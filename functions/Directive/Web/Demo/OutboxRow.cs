using Directives.Language;

namespace Directives.Web.Demo;

/// <summary>A letter in the outbox's list.</summary>
/// <param name="Id">Id of the letter.</param>
/// <param name="Sent">When it left, in the directive's zone.</param>
public sealed record OutboxRow(string Id, Bilingual To, string Subject, DateTime Sent)
{
    /// <summary>Path of its page.</summary>
    public string Address => $"/demo/outbox/{Uri.EscapeDataString(Id)}";
}
