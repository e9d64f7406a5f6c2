using Microsoft.DurableTask;

namespace Directives.Cloud.Orchestrations;

/// <summary>Which failures of activities are tried again: those that pass by themselves. A mistake stays one, however often it is repeated.</summary>
internal static class Retries
{
    private static readonly HashSet<string> _mistakes = new(StringComparer.Ordinal)
    {
        typeof(ArgumentException).FullName!,
        typeof(ArgumentNullException).FullName!,
        typeof(ArgumentOutOfRangeException).FullName!,
        typeof(FormatException).FullName!,
        typeof(InvalidDataException).FullName!,
        typeof(InvalidOperationException).FullName!,
        typeof(KeyNotFoundException).FullName!,
        typeof(NotSupportedException).FullName!,
        typeof(NullReferenceException).FullName!,
        typeof(System.Security.Cryptography.CryptographicException).FullName!,
        typeof(System.Text.Json.JsonException).FullName!,
        typeof(Tables.TableLimitException).FullName!,
    };

    /// <summary>Six times within some three minutes.</summary>
    public static readonly TaskOptions Passing = TaskOptions.FromRetryPolicy(
        new RetryPolicy(6, TimeSpan.FromSeconds(5), 2, TimeSpan.FromMinutes(1)) { HandleFailure = failure => Passes(failure.ErrorType) });

    /// <summary>Whether a failure may pass by itself.</summary>
    /// <param name="errorType">Full name of the exception's type.</param>
    public static bool Passes(string errorType) => !_mistakes.Contains(errorType);
}
