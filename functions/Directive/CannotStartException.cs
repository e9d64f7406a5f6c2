namespace Directives;

/// <summary>The program cannot do what it was called for; the message says why and what to do. It ends with exit code 2.</summary>
public sealed class CannotStartException(string message) : Exception(message);
