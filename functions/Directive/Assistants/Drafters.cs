using Directives.Chasing;
using Directives.Register;

namespace Directives.Assistants;

/// <summary>Who prepares reports for whom: the clerk of an official's body, and the assistant an official named; pure.</summary>
public sealed class Drafters(RegisterSnapshot register, AssistantSet assistants)
{
    /// <summary>The clerk of the official's body, or null.</summary>
    public Official? Clerk(string official) => register.ClerkOf(official);

    /// <summary>Ids of all who prepare for an official, the clerk first.</summary>
    public IEnumerable<string> Of(string official)
    {
        if (Clerk(official) is { } clerk) yield return clerk.Id;
        if (assistants.Of(official) is { } assistant) yield return assistant.Id;
    }

    /// <summary>Whether somebody prepares for an official.</summary>
    public bool Prepares(string drafter, string official) =>
        Clerk(official)?.Id == drafter || assistants.Of(official)?.Id == drafter;

    /// <summary>A reader of letters: an official of the register, or an assistant; null for one who is neither (any more).</summary>
    public Official? Find(string reader) => register.Official(reader) ?? assistants.Find(reader)?.Person();

    /// <summary>Whether a notice goes to one who prepares, not to the one who owes.</summary>
    public static bool IsFor(Notice notice) => notice.Owner is { } owner && owner != notice.Reader
        && notice.Kind is NoticeKind.Clerk or NoticeKind.Named or NoticeKind.Receipt or NoticeKind.Returned or NoticeKind.Extended;
}
