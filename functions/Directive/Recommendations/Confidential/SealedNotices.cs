using Directives.Chasing;
using Directives.Mail;
using Directives.Tables;

namespace Directives.Recommendations.Confidential;

/// <summary>
/// Notices about confidential matters (R6): in a mailbox they are like any other's, their case is named by a word made for this reader alone, and
/// they say only that something waits. What the office sees of letters leaves them out.
/// </summary>
public static class SealedNotices
{
    private const string Begin = "s.";
    private static readonly string Key = Keys.Join("n", "case", Begin);

    /// <summary>The name of a matter to one reader; nothing links it to the matter.</summary>
    public static string NameFor(DeskCipher cipher, string id, string reader) => Begin + cipher.NameOf("notice", id, reader);

    /// <summary>Whether a notice is about something confidential: its letter says only that something waits, and leads to the own page.</summary>
    public static bool Is(Notice notice) => notice.Case?.StartsWith(Begin, StringComparison.Ordinal) == true;

    /// <summary>The same of a notice's row key.</summary>
    public static bool Is(string noticeKey) => noticeKey.StartsWith(Key, StringComparison.Ordinal);

    /// <summary>Whether a letter tells nothing else: for the office there is no such letter.</summary>
    public static bool IsAll(Letter letter) => letter.Notices.Count > 0 && letter.Notices.All(Is);
}
