using Directives.Language;

namespace Directives.Web.Office;

/// <summary>What somebody did with an obligation, as the trail has it.</summary>
/// <param name="Act">Name of the act; its text is <c>desk.act.{Act}</c>.</param>
/// <param name="At">In the directive's zone.</param>
/// <param name="By">Who; null for one who is no longer in the register.</param>
/// <param name="Why">The reason in their words.</param>
public sealed record ActRow(string Act, DateTime At, Bilingual? By, string? Why)
{
    /// <summary>Acts of people; what the program does by itself stands among what was told.</summary>
    public static readonly IReadOnlyList<string> Known =
        ["report-filed", "report-sent-back", "extended", "extension-asked", "extension-declined", "links-revoked", "report-read"];
}
