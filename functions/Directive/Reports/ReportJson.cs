using System.Text.Json;

namespace Directives.Reports;

/// <summary>
/// Reads a report from JSON, strictly, into the same form that people fill: the rules are then the same. A mistake of
/// one field does not hide the mistakes of others.
/// </summary>
public static class ReportJson
{
    /// <summary>Bytes of a body.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>Levels of nesting; a report needs three.</summary>
    public const int MostLevels = 8;

    /// <summary>The property that names the version which the report is to replace.</summary>
    public const string Amends = "amends";

    private static readonly JsonDocumentOptions Strict = new()
    {
        MaxDepth = MostLevels,
        CommentHandling = JsonCommentHandling.Disallow,
        AllowTrailingCommas = false,
    };

    /// <summary>Reads a body. A property that is missing is empty, like a field left blank.</summary>
    /// <exception cref="JsonException">It is no JSON object, or nested too deep.</exception>
    public static ReportJsonReading Read(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8, Strict);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException();
        var problems = new List<FieldProblem>();
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        IReadOnlyList<VisitRow> visits = [];
        IReadOnlyList<PromiseRow> promises = [];
        IReadOnlyList<CaseRow> cases = [];
        var reason = "";
        int? amends = null;
        foreach (var property in Properties(document.RootElement, "", problems))
        {
            if (property.Name == ReportFields.Visits) visits = Visits(property.Value, problems);
            else if (property.Name == ReportFields.NoVisitBecause) reason = TextOrNull(property.Value, property.Name, problems);
            else if (property.Name == ReportFields.LastPromises) promises = Promises(property.Value, problems);
            else if (property.Name == ReportFields.Cases) cases = Cases(property.Value, problems);
            else if (property.Name == Amends) amends = Version(property.Value, problems);
            else if (ReportFields.Texts.Any(f => f.Name == property.Name))
                texts[property.Name] = Text(property.Value, property.Name, problems);
            else problems.Add(Unknown(property.Name, property.Name));
        }

        return new ReportJsonReading(
            new ReportForm { Visits = visits, NoVisitBecause = reason, LastPromises = promises, Cases = cases, Texts = texts }, problems, amends);
    }

    private static List<VisitRow> Visits(JsonElement value, List<FieldProblem> problems) =>
        Rows(value, ReportFields.Visits, [ReportFields.Date, ReportFields.Where], problems).ConvertAll(r => new VisitRow(r[0], r[1]));

    private static List<PromiseRow> Promises(JsonElement value, List<FieldProblem> problems) =>
        value.ValueKind == JsonValueKind.Null ? []
        : Rows(value, ReportFields.LastPromises, [ReportFields.Promise, ReportFields.State, ReportFields.Because], problems)
            .ConvertAll(r => new PromiseRow(r[0], r[1], r[2]));

    private static List<CaseRow> Cases(JsonElement value, List<FieldProblem> problems) =>
        value.ValueKind == JsonValueKind.Null ? []
        : Rows(value, ReportFields.Cases, [ReportFields.CaseKind, ReportFields.CaseText, ReportFields.CaseUrgent, ReportFields.CaseAnswer], problems)
            .ConvertAll(r => new CaseRow(r[0], r[1], r[2], r[3]));

    /// <summary>A list of objects with text properties; what is missing is empty.</summary>
    private static List<string[]> Rows(JsonElement value, string list, string[] parts, List<FieldProblem> problems)
    {
        var rows = new List<string[]>();
        if (value.ValueKind != JsonValueKind.Array)
        {
            problems.Add(new FieldProblem(list, "report.problem.not-list"));
            return rows;
        }

        foreach (var (index, item) in value.EnumerateArray().Index())
        {
            var at = $"{list}[{index}]";
            if (item.ValueKind == JsonValueKind.Object) rows.Add(Row(item, at, parts, problems));
            else problems.Add(new FieldProblem(at, "report.problem.not-object"));
        }

        return rows;
    }

    private static string[] Row(JsonElement item, string at, string[] parts, List<FieldProblem> problems)
    {
        var row = new string[parts.Length];
        Array.Fill(row, "");
        foreach (var property in Properties(item, $"{at}.", problems))
        {
            var field = $"{at}.{property.Name}";
            var part = Array.IndexOf(parts, property.Name);
            if (part < 0) problems.Add(Unknown(field, property.Name));
            else row[part] = property.Name is ReportFields.Because or ReportFields.CaseUrgent or ReportFields.CaseAnswer ? TextOrNull(property.Value, field, problems) : Text(property.Value, field, problems);
        }

        return row;
    }

    private static int? Version(JsonElement value, List<FieldProblem> problems)
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var version) && version > 0) return version;
        problems.Add(new FieldProblem(Amends, "form.problem.not-version"));
        return null;
    }

    private static List<JsonProperty> Properties(JsonElement item, string at, List<FieldProblem> problems)
    {
        var properties = new Dictionary<string, JsonProperty>(StringComparer.Ordinal);
        foreach (var property in item.EnumerateObject())
        {
            if (!properties.TryAdd(property.Name, property))
                problems.Add(new FieldProblem(at + property.Name, "report.problem.duplicate-property", property.Name));
        }

        return [.. properties.Values];
    }

    private static string TextOrNull(JsonElement value, string field, List<FieldProblem> problems) =>
        value.ValueKind == JsonValueKind.Null ? "" : Text(value, field, problems);

    private static string Text(JsonElement value, string field, List<FieldProblem> problems)
    {
        if (value.ValueKind == JsonValueKind.String) return value.GetString()!;
        problems.Add(new FieldProblem(field, "report.problem.not-text"));
        return "";
    }

    private static FieldProblem Unknown(string field, string name) => new(field, "report.problem.unknown-property", name);
}
