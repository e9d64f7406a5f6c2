using Directives.Language;

namespace Directives.Web.Demo;

/// <summary>The outbox, newest first, a page at a time.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Reader">The reader whose letters are shown; null for all.</param>
/// <param name="ReaderTitle">Their title.</param>
public sealed record OutboxView(IReadOnlyList<OutboxRow> Letters, int Page, int Pages, string? Reader, Bilingual? ReaderTitle)
{
    /// <summary>Path of another page of the list.</summary>
    public string Address(int page) =>
        $"/demo/outbox?page={page}{(Reader is null ? "" : $"&reader={Uri.EscapeDataString(Reader)}")}";
}
