using Directives.Chasing;
using Directives.Mail;
using Directives.Mail.Book;

namespace Directives.Recovery;

/// <summary>A letter that had left, as the book of outgoing post knows it, or tables that are replaced.</summary>
/// <param name="At">When (UTC, the installation's clock).</param>
public sealed record GoneLetter(string Reader, int Number, DateTimeOffset At, IReadOnlyList<Notice> Notices)
{
    /// <summary>The letters that left, of what was written; pure. One that was put off and tried again counts once, as it last went.</summary>
    public static IReadOnlyList<GoneLetter> Of(IEnumerable<PostLine> lines)
    {
        var gone = new Dictionary<string, PostLine>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.Event == PostEvent.Going) gone[line.Letter] = line;
            else if (line.Event == PostEvent.Stayed) gone.Remove(line.Letter);
        }

        return
        [
            .. gone.Values.Select(line => (Line: line, Name: Letter.NameOf(line.Letter))).Where(l => l.Name.Reader.Length > 0)
                .Select(l => new GoneLetter(l.Name.Reader, l.Name.Number, l.Line.At, l.Line.Notices ?? []))
                .OrderBy(l => l.Reader, StringComparer.Ordinal).ThenBy(l => l.Number),
        ];
    }
}
