using Directives.Language;

namespace Directives.Web.Demo;

/// <summary>A letter in the outbox's list.</summary>
/// <param name="Id">Id of the letter.</param>
/// <param name="Reader">Id of the reader.</param>
/// <param name="Sent">When it left, in the directive's zone.</param>
public sealed record OutboxRow(string Id, string Reader, Bilingual To, string Subject, DateTime Sent)
{
    /// <summary>Path of its page.</summary>
    public string Address => $"/demo/outbox/{Uri.EscapeDataString(Id)}";

    /// <summary>Path of the list of this reader's letters.</summary>
    public string ReaderAddress => $"/demo/outbox?reader={Uri.EscapeDataString(Reader)}";
}
