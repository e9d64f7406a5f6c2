using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Directives.Local.Cost;

/// <summary>The files behind the cost page: prices, counts and assumptions, each read strictly.</summary>
public sealed record CostFiles(PriceList Prices, CostCounts Counts, Assumptions Assumptions)
{
    /// <summary>Names of the three files in their folder.</summary>
    public const string PricesName = "prices.json", CountsName = "counts.json", AssumptionsName = "assumptions.json";

    private const string CountAgain = "Have it counted again: bench --only cost --write FILE.";

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads all three.</summary>
    /// <exception cref="CannotStartException">A file is not there or wrong; the message names it, what is wrong, and what to do.</exception>
    public static CostFiles Read(DirectoryInfo folder)
    {
        string Named(string name) => Path.Combine(folder.FullName, name);
        var files = new CostFiles(ReadPrices(Named(PricesName)), ReadCounts(Named(CountsName)), ReadAssumptions(Named(AssumptionsName)));
        foreach (var timer in files.Assumptions.Timers)
        {
            if (!files.Counts.IdleTransactions.ContainsKey(timer.Name))
                throw new CannotStartException($"{Named(CountsName)}: what a run of {timer.Name} asks of the tables is not in idleTransactions. {CountAgain}");
        }

        return files;
    }

    /// <summary>Reads the prices.</summary>
    /// <exception cref="CannotStartException">The file is not there or wrong.</exception>
    public static PriceList ReadPrices(string file) => Read<PriceList>(file, p => p.Problems(), "Look the price up and write it there.");

    /// <summary>Reads what was counted.</summary>
    /// <exception cref="CannotStartException">The file is not there or wrong.</exception>
    public static CostCounts ReadCounts(string file) => Read<CostCounts>(file, c => c.Problems(), CountAgain);

    /// <summary>Reads the assumptions.</summary>
    /// <exception cref="CannotStartException">The file is not there or wrong.</exception>
    public static Assumptions ReadAssumptions(string file) => Read<Assumptions>(file, a => a.Problems(), "Every assumption has a value, a unit and why.");

    /// <summary>What was counted, as its file holds it.</summary>
    public static string Text(CostCounts counts) => JsonSerializer.Serialize(counts, Strict) + "\n";

    private static T Read<T>(string file, Func<T, IEnumerable<string>> problemsOf, string help)
    {
        try
        {
            var read = JsonSerializer.Deserialize<T>(File.ReadAllText(file), Strict) ?? throw new JsonException("It is empty.");
            var problems = problemsOf(read).ToList();
            return problems.Count == 0 ? read : throw new CannotStartException($"{file}: {string.Join(" ", problems)}");
        }
        catch (JsonException e)
        {
            throw new CannotStartException($"{file}: {e.Message} {help}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"{file} cannot be read: {e.Message} Name the folder of the three files with --from.");
        }
    }
}
