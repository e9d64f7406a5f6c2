using Directives.Language;

namespace Directives.Reports;

/// <summary>What was typed into a form that leads nowhere any more, so that nothing of it is lost.</summary>
/// <param name="Title">Name of the page's title.</param>
/// <param name="Why">The text that says why, in the reader's language.</param>
public sealed record TypedView(string Title, Func<Texts, string> Why, ReportSubmission Sent)
{
    /// <summary>Whether it can be sent once more, after the link was opened again beside.</summary>
    public bool CanSendAgain { get; init; }
}
