namespace Directives.Reports;

/// <summary>A recommendation's line as typed.</summary>
/// <param name="Kind">Name of the kind; empty where nothing was chosen.</param>
/// <param name="Urgent">Why it is urgent; empty where it is not.</param>
/// <param name="Answer">What was answered on the spot; empty where nothing was.</param>
public sealed record CaseRow(string Kind, string Text, string Urgent, string Answer)
{
    public static readonly CaseRow Blank = new("", "", "", "");

    /// <summary>Whether nothing was typed.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Urgent) && string.IsNullOrWhiteSpace(Answer);
}
