using System.Globalization;
using Newtonsoft.Json;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Directives.Editions;

/// <summary>A JSON schema that the program carries, and what it finds wrong, in plain sentences (R2).</summary>
internal sealed class RulesSchema(string resource)
{
    // Parsing a schema is asynchronous only for references to other files, of which ours have none.
    private readonly Lazy<JsonSchema> _schema =
        new(() => JsonSchema.FromJsonAsync(RulesFile.ReadEmbedded(resource)).GetAwaiter().GetResult());

    public IEnumerable<RulesProblem> Problems(string json) =>
        _schema.Value.Validate(json).SelectMany(Leaves).Select(Problem).Distinct();

    private static IEnumerable<ValidationError> Leaves(ValidationError error) =>
        error is ChildSchemaValidationError parent ? parent.Errors.SelectMany(e => e.Value).SelectMany(Leaves) : [error];

    private static RulesProblem Problem(ValidationError error)
    {
        var path = "$" + (error.Path ?? "").TrimStart('#').TrimStart('/').Insert(0, ".").TrimEnd('.');
        var schema = error.Schema;
        var value = error.Token?.Type is null or Newtonsoft.Json.Linq.JTokenType.Property
            ? ""
            : error.Token.ToString(Formatting.None);
        var reason = error.Kind switch
        {
            ValidationErrorKind.NoAdditionalPropertiesAllowed => "This property is unknown.",
            ValidationErrorKind.PropertyRequired => "This property is missing.",
            ValidationErrorKind.NotInEnumeration => $"{value} is not one of {string.Join(", ", schema.Enumeration)}.",
            ValidationErrorKind.PatternMismatch => $"{value} is not written as expected ({schema.Description ?? schema.Pattern}).",
            ValidationErrorKind.TooFewItems => "The list is empty.",
            ValidationErrorKind.StringTooShort => "The text is empty.",
            ValidationErrorKind.StringTooLong => $"The text is longer than {schema.MaxLength} characters.",
            ValidationErrorKind.NumberTooSmall => $"{value} is less than {Number(schema.Minimum)}.",
            ValidationErrorKind.NumberTooBig => $"{value} is more than {Number(schema.Maximum)}.",
            ValidationErrorKind.IntegerExpected => $"{value} is not a whole number.",
            ValidationErrorKind.StringExpected => $"{value} is not a text.",
            ValidationErrorKind.BooleanExpected => $"{value} is neither true nor false.",
            ValidationErrorKind.ArrayExpected => "A list is expected here.",
            ValidationErrorKind.ObjectExpected => "An object is expected here.",
            _ => $"{value} is not allowed here ({error.Kind}).",
        };
        return new(path, reason);
    }

    private static string Number(decimal? limit) => limit?.ToString("0", CultureInfo.InvariantCulture) ?? "the limit";
}
