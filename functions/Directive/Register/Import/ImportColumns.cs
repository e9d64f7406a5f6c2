namespace Directives.Register.Import;

/// <summary>The columns of each kind of file (R1). Further ones are ignored; one that may be left out then changes nothing.</summary>
internal static class ImportColumns
{
    private static readonly string[] PlaceAndRole = ["place", "role"];

    /// <summary>Columns without which a file of this kind cannot be read. Posts also name their seat, or its place and role.</summary>
    public static IReadOnlyList<string> Needed(ImportKind kind) => kind switch
    {
        ImportKind.Places => PlacesTable.Columns,
        ImportKind.Bodies => ["id", "name", "name_en", "kind"],
        ImportKind.Officials => ["id", "title", "title_en", "address"],
        ImportKind.Posts => ["official"],
        _ => ["day", "kind", "vi", "en"],
    };

    /// <summary>All columns, in the order of the templates.</summary>
    public static IReadOnlyList<string> All(ImportKind kind) => kind switch
    {
        ImportKind.Places => [.. PlacesTable.Columns, "from", "to"],
        ImportKind.Bodies => ["id", "name", "name_en", "kind", "place", "leader", "clerk"],
        ImportKind.Officials => ["id", "title", "title_en", "body", "address", "language"],
        ImportKind.Posts => ["seat", "place", "role", "official", "from", "to"],
        _ => ["year", "day", "kind", "instead_of", "vi", "en", "by", "issuer", "about"],
    };

    /// <summary>Columns that hold days.</summary>
    public static bool IsDay(string column) => column is "from" or "to" or "day" or "instead_of";

    /// <summary>Columns that hold words of people, by which a text of an older font is found.</summary>
    public static bool IsVietnamese(string column) => column is "name" or "title" or "kind" or "vi";

    /// <summary>The columns that a header lacks for this kind.</summary>
    public static IReadOnlyList<string> Missing(ImportKind kind, IReadOnlyCollection<string> header)
    {
        var missing = Needed(kind).Where(c => !header.Contains(c)).ToList();
        if (kind == ImportKind.Posts && !header.Contains("seat"))
            missing.AddRange(PlaceAndRole.Any(header.Contains) ? PlaceAndRole.Where(c => !header.Contains(c)) : ["seat"]);
        return missing;
    }

    /// <summary>The one kind whose columns a header has; null where none fits, or several do.</summary>
    public static ImportKind? Guess(IReadOnlyCollection<string> header) =>
        Enum.GetValues<ImportKind>().Where(k => Missing(k, header).Count == 0).ToList() is [var only] ? only : null;

    /// <summary>What a row of this kind is called by.</summary>
    public static string CodeOf(ImportKind kind, Func<string, string> field) => kind switch
    {
        ImportKind.Places => field("code"),
        ImportKind.Bodies or ImportKind.Officials => field("id"),
        ImportKind.Posts => field("seat") is { Length: > 0 } seat ? seat : field("place"),
        _ => field("day") is { Length: > 0 } day ? day : field("year"),
    };
}
