"""Several hospitals train one Faceward model by Flower; no image leaves a site."""
