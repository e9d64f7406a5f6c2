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
        var reason = "";
        foreach (var property in Properties(document.RootElement, "", problems))
        {
            if (property.Name == ReportFields.Visits) visits = Visits(property.Value, problems);
            else if (property.Name == ReportFields.NoVisitBecause) reason = TextOrNull(property.Value, property.Name, problems);
            else if (ReportFields.Texts.Any(f => f.Name == property.Name))
                texts[property.Name] = Text(property.Value, property.Name, problems);
            else problems.Add(Unknown(property.Name, property.Name));
        }

        return new ReportJsonReading(new ReportForm { Visits = visits, NoVisitBecause = reason, Texts = texts }, problems);
    }

    private static List<VisitRow> Visits(JsonElement value, List<FieldProblem> problems)
    {
        var rows = new List<VisitRow>();
        if (value.ValueKind != JsonValueKind.Array)
        {
            problems.Add(new FieldProblem(ReportFields.Visits, "report.problem.not-list"));
            return rows;
        }

        foreach (var (index, item) in value.EnumerateArray().Index())
        {
            var at = $"{ReportFields.Visits}[{index}]";
            if (item.ValueKind == JsonValueKind.Object) rows.Add(Visit(item, at, problems));
            else problems.Add(new FieldProblem(at, "report.problem.not-object"));
        }

        return rows;
    }

    private static VisitRow Visit(JsonElement item, string at, List<FieldProblem> problems)
    {
        var (date, where) = ("", "");
        foreach (var property in Properties(item, $"{at}.", problems))
        {
            var field = $"{at}.{property.Name}";
            if (property.Name == ReportFields.Date) date = Text(property.Value, field, problems);
            else if (property.Name == ReportFields.Where) where = Text(property.Value, field, problems);
            else problems.Add(Unknown(field, property.Name));
        }

        return new VisitRow(date, where);
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
