Console.WriteLine("Directive");
