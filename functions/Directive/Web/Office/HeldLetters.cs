namespace Directives.Web.Office;

/// <summary>A run of letters that the postman stopped, because it is more than twice what was forecast.</summary>
/// <param name="Day">Local day.</param>
public sealed record HeldLetters(DateOnly Day, int Letters, int Forecast);
