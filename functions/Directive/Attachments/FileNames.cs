using System.Globalization;
using System.Text;

namespace Directives.Attachments;

/// <summary>
/// Cleans the name of a file as somebody's machine gave it: no path, no control characters, nothing that turns the direction of
/// reading so that an ending reads as another. Letters of any script stay. Pure.
/// </summary>
public static class FileNames
{
    /// <summary>Characters of a name without its ending.</summary>
    public const int Most = 100;

    /// <summary>The name under which a file of this kind is kept.</summary>
    /// <param name="otherwise">The name where nothing is left of it.</param>
    public static string Clean(string typed, FileKind kind, string otherwise = "file")
    {
        var words = Readable(typed);
        var endings = FileKinds.EndingsOf(kind);
        var ending = Path.GetExtension(words).ToLowerInvariant();
        var known = endings.Contains(ending) ? ending : endings[0];
        var bare = Path.GetFileNameWithoutExtension(words).Trim(' ', '.');
        return (bare.Length == 0 ? otherwise : Cut(bare)) + known;
    }

    /// <summary>A name as it can be shown in a message, with the ending that it has.</summary>
    public static string Shown(string typed) => Cut(Readable(typed));

    private static string Readable(string typed)
    {
        var last = typed[(typed.LastIndexOfAny(['/', '\\']) + 1)..];
        var name = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (rune.Value == 0xFFFD || category is UnicodeCategory.Format or UnicodeCategory.PrivateUse) continue;
            if (category is UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                name.Append(' ');
            else
                name.Append(rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*' ? "_" : rune.ToString());
        }

        return string.Join(' ', name.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).Normalize(NormalizationForm.FormC);
    }

    private static string Cut(string name)
    {
        if (name.Length <= Most) return name;
        return name[..(char.IsHighSurrogate(name[Most - 1]) ? Most - 1 : Most)].TrimEnd();
    }
}
